export * from '../../domain/report/code-names.ts';
