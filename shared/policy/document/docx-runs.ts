import { colourOf, isFaint, WHITE } from './css-colours.ts';
import { PLAIN, type Setting } from './running-text.ts';

/** Half points (ECMA-376 part 1, 17.3.2.38) below which letters are smaller than twelve CSS pixels. */
const SMALLEST = 18;

/** How the letters of the open run are set, by its own properties (17.3.2); what its style says is not looked up. */
export class RunStyle {
  setting: Setting = PLAIN;
  /** Text that Word does not show (17.3.2.41). */
  hidden = false;
  private open = false;

  /** Takes down a tag; true where it was about the run and nothing else. */
  tag(name: string, start: boolean, attributes: string): boolean {
    if (name === 'w:r') {
      // The properties of a paragraph's own mark stand outside of runs.
      this.open = start;
      this.setting = PLAIN;
      this.hidden = false;
      return true;
    }
    if (!this.open || !start) return false;
    const value = /w:val="([^"]{1,20})"/.exec(attributes)?.[1] ?? '';
    const on = !/^(?:0|false|off|none)$/.test(value);
    if (name === 'w:b' || name === 'w:u') this.set({ strong: this.setting.strong || on });
    else if (name === 'w:sz') this.set({ small: this.setting.small || (value !== '' && Number(value) < SMALLEST) });
    else if (name === 'w:color') this.set({ small: this.setting.small || isFaint(colourOf(`#${value}`, WHITE), WHITE) });
    else if (name === 'w:vanish') this.hidden = on;
    else return false;
    return true;
  }

  private set(change: Partial<Setting>): void {
    this.setting = { ...this.setting, ...change };
  }
}
