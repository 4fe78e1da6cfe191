import type { ConsentControl } from '../../domain/facts/contents.ts';
import type { XmlElement } from '../binary/axml.ts';

type ControlKind = ConsentControl['kind'];

/** What a view is, by how its class name ends: apps and libraries name their own after those of the platform. */
const ENDINGS: readonly (readonly [ending: RegExp, kind: ControlKind])[] = [
  [/(?:CheckBox|Checkbox|CheckedTextView|CheckView|CompoundButton|CheckImageView|CheckButton)$/, 'checkbox'],
  [/(?:Radio|RadioButton)$/, 'radio'],
  [/(?:Switch|SwitchCompat|SwitchMaterial|SwitchButton|SwitchView|ToggleButton|Toggle)$/, 'switch'],
  [/(?:Button|Btn)$/, 'button'],
  [/(?:TextView|Text|Label|Link)$/, 'text'],
];
const INPUT = /(?:EditText|AutoCompleteTextView)$/;

/** What control an element is; `null` for one that is none (a container, a field to write in). */
export function controlKind(element: XmlElement): ControlKind | null {
  const name = className(element);
  if (INPUT.test(name)) return null;
  return ENDINGS.find(([ending]) => ending.test(name))?.[1] ?? null;
}

/** `<view class="com.example.Box">` is a Box. */
function className(element: XmlElement): string {
  const written = element.name === 'view' ? plain(element, 'class')?.text : null;
  const name = written ?? element.name;
  return name.slice(name.lastIndexOf('.') + 1);
}

/** An attribute without a namespace: `style`, `layout`, `class`. */
export function plain(element: XmlElement, name: string) {
  return element.attributes.find((attribute) => attribute.name === name && attribute.id === 0);
}
