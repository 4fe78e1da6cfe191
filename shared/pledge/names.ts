export * from '../domain/report/names.ts';
