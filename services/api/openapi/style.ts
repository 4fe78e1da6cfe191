/** Style sheet of the documentation; system fonts only, nothing is fetched from anywhere. */
export const STYLE = `:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); }
body { font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; margin: 0 auto; max-width: 62rem; padding: 1.5rem; }
h1 { font-size: 1.7rem; } h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); } h3 { margin: 0; font-size: 1.05rem; }
code, pre { font-family: ui-monospace, "Cascadia Mono", "Noto Sans Mono", monospace; font-size: .9em; }
pre { overflow-x: auto; padding: .8rem; border: 1px solid var(--line); border-radius: .4rem; }
details { margin: .6rem 0; padding: .5rem .8rem; border: 1px solid var(--line); border-radius: .4rem; }
summary { cursor: pointer; } summary h3 { display: inline; }
.method { display: inline-block; min-width: 4.2rem; font-weight: 700; text-transform: uppercase; }
.scope { opacity: .75; font-size: .85em; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line); }
nav a { margin-right: 1rem; }
`;
