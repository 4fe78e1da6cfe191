export * from '../../domain/report/citation.ts';
