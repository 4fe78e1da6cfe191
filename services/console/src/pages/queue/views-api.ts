export const VIEWS_KEY = ['views'] as const;
export const VIEWS_PATH = '/v1/review/views';
/** The server takes no longer one. */
export const LONGEST_NAME = 60;
