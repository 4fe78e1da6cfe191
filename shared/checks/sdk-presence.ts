import type { DetectedSdk } from '../knowledge/sdks/detection/detected.ts';

/**
 * Whether real code of the SDK is surely there, under its own names: what a person sees at once. Never a stub, a mere declaration, a native
 * library alone or code that only prints show.
 */
export function isProven({ level, confidence, stub, packages }: DetectedSdk): boolean {
  return confidence === 'high' && level !== 'declared' && !stub && packages.length > 0;
}

/** Whether it is there with some certainty, by whatever trace. */
export function isFound({ confidence }: DetectedSdk): boolean {
  return confidence !== 'low';
}

/** Whether it is there with some certainty and its vendor says publicly that it collects personal information. */
export function isCollector(detected: DetectedSdk): boolean {
  return detected.sdk.collects === 'yes' && isFound(detected);
}
