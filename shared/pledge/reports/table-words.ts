export * from '../../domain/report/table-words.ts';
