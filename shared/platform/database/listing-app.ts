import { sql } from 'kysely';
import type { ListingFacts } from '../../domain/facts/listing.ts';

/**
 * Of a submission's listing what it says of the app: lists of versions need no more, and a listing may have a megabyte. PostgreSQL looks into
 * no JSON that has half a character or U+0000 anywhere, and the whole query would fail: those few are read whole. What is written with an
 * escape may have one.
 */
export const LISTING_APP = sql<Pick<ListingFacts, 'app'>>`(case when position('\\u' in submissions.listing::text) = 0
  then json_build_object('app', submissions.listing -> 'app') else submissions.listing end)`;
