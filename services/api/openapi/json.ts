/** A JSON object of the document; what stands in it is written out by us. */
export type JsonObject = { readonly [key: string]: unknown };
