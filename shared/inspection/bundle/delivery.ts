import type { Module } from '../../domain/facts/contents.ts';
import { VALUE, type XmlElement } from '../binary/axml.ts';

const DISTRIBUTION = 'http://schemas.android.com/apk/distribution';

/**
 * What kind of module a manifest describes and when it reaches a device (`<dist:module>`, "Configure feature delivery", developer.android.com):
 * `install-time`, `on-demand`, `fast-follow`, or `conditional` for one that is installed with the app where its conditions hold. The base
 * always comes with the app; null for a module that says nothing.
 */
export function readDelivery(manifest: XmlElement | null, name: string): Pick<Module, 'kind' | 'delivery'> {
  if (name === 'base') return { kind: 'base', delivery: 'install-time' };
  const module = manifest && child(manifest, 'module');
  if (!module) return { kind: 'feature', delivery: null };
  const type = module.attributes.find((attribute) => attribute.name === 'type' && attribute.namespace === DISTRIBUTION)?.text;
  return { kind: type === 'asset-pack' ? 'asset-pack' : 'feature', delivery: deliveryOf(module) };
}

function deliveryOf(module: XmlElement): string | null {
  const delivery = child(module, 'delivery');
  if (!delivery) {
    // Before <dist:delivery> there was only an attribute that said whether the module waits to be asked for.
    const onDemand = module.attributes.find((attribute) => attribute.name === 'onDemand' && attribute.namespace === DISTRIBUTION);
    if (!onDemand) return null;
    return isTrue(onDemand.type, onDemand.data, onDemand.text) ? 'on-demand' : 'install-time';
  }
  const installTime = child(delivery, 'install-time');
  if (installTime) return child(installTime, 'conditions') ? 'conditional' : 'install-time';
  if (child(delivery, 'fast-follow')) return 'fast-follow';
  return child(delivery, 'on-demand') ? 'on-demand' : null;
}

function child(element: XmlElement, name: string): XmlElement | null {
  return element.children.find((found) => found.name === name) ?? null;
}

function isTrue(type: number, data: number, text: string | null): boolean {
  return type === VALUE.string ? text === 'true' : data !== 0;
}
