import { readParts } from '../android/read-parts.ts';
import type { ZipArchive } from '../binary/zip.ts';
import { readBundle } from '../bundle/read-bundle.ts';
import type { InspectionContext } from '../context.ts';
import { emptyFacts } from '../empty.ts';
import type { Observations } from '../observations.ts';
import type { ArchiveView } from './archive-view.ts';
import type { FormatFacts, FormatReader } from './format.ts';
import { wholeArchive } from './part.ts';

/** A bundle has a base with its manifest in a folder, and says how it is configured; one of the two may have been taken away. */
function sniff(view: ArchiveView): boolean {
  if (view.has('AndroidManifest.xml')) return false;
  if (view.has('base/manifest/AndroidManifest.xml')) return true;
  return view.has('BundleConfig.pb') && view.some(/^[^/]+\/(?:manifest\/AndroidManifest\.xml|dex\/classes\.dex|resources\.pb)$/);
}

/** Reads an app bundle: base and feature modules as one app. It is signed as a JAR, all modules together. */
async function read(archive: ZipArchive, context: InspectionContext, observations: Observations): Promise<FormatFacts> {
  const { app, parts, modules } = await readBundle(archive, observations);
  // No device ever sees the bundle's own signature, so that the schemes which a target version asks for do not matter.
  const signedFor = { minSdk: app.facts.identity.minSdk, targetSdk: null };
  const all = parts.length > 0 ? parts : [wholeArchive(archive)];
  const facts = await readParts(all, app, context, observations, [], signedFor);
  // Nor does a device ever miss it: a bundle without a signature has none to judge.
  const signing = facts.signing.signers.length > 0 ? facts.signing : emptyFacts().signing;
  return { ...facts, signing, modules };
}

export const aab: FormatReader = { format: 'aab', sniff, read };
