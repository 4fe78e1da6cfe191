import { InputError } from '../../shared/domain/errors.ts';
import type { ListingIssue } from '../../shared/knowledge/listing-schema.ts';

/** A listing with every issue that the schema found, for the command line to print. */
export class ListingError extends InputError {
  readonly issues: readonly ListingIssue[];
  constructor(path: string, issues: readonly ListingIssue[]) {
    super('invalid-listing', { zh: `上架信息有误：${path}`, en: `the listing is not valid: ${path}` }, path);
    this.issues = issues;
  }
}
