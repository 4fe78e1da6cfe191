import { shortened } from '../../pledge/dossier/folded.ts';
import { plain } from './plain-text.ts';

/** Systems refuse names far shorter than this; an index refuses what is longer than a third of a page. */
const MOST = 300;

/** A package's own name as versions of an app are told by it. A package may claim megabytes. */
export const appName = (name: string): string => plain(shortened(name, MOST));
