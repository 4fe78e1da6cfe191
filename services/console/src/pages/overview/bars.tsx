import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';

/** A series of bars: `look` is its colour with a pattern of its own, so that nobody needs the colour. */
export interface Series {
  readonly key: string;
  readonly name: string;
  readonly look: keyof typeof LOOKS;
}

export interface BarsGiven {
  readonly rows: readonly Readonly<Record<string, string | number>>[];
  /** Key of what stands below the bars, or beside them where they lie. */
  readonly label: string;
  readonly series: readonly Series[];
  /** Bars that lie have room for long names. */
  readonly lying?: boolean;
}

/** Each at least 3 : 1 against white (WCAG 2.2, 1.4.11). */
const LOOKS = {
  good: { colour: '#1c6b12', lines: 'none' },
  bad: { colour: '#b4121f', lines: 'slanted' },
  waiting: { colour: '#8a4b00', lines: 'dots' },
  plain: { colour: '#0b4fb3', lines: 'none' },
} as const;

const AXIS = { fontSize: 12, fill: 'rgba(0, 0, 0, 0.85)' } as const;

/** Stacked bars. Nothing in it moves. */
export default function Bars({ rows, label, series, lying = false }: BarsGiven) {
  const height = lying ? Math.max(120, rows.length * 30 + 60) : 260;
  const names = { dataKey: label, tick: AXIS, interval: lying ? 0 : 'preserveStartEnd' } as const;
  const numbers = { allowDecimals: false, tick: AXIS } as const;
  return (
    <>
      <ResponsiveContainer width="100%" height={height} className="overview-chart">
        <BarChart
          data={[...rows]}
          layout={lying ? 'vertical' : 'horizontal'}
          accessibilityLayer={false}
          margin={{ top: 8, right: 16, bottom: 4, left: 4 }}
        >
          <defs>
            {series.map(({ look }) => (
              <Pattern key={look} look={look} />
            ))}
          </defs>
          <CartesianGrid stroke="#d0d5dd" strokeDasharray="2 4" />
          {lying ? <XAxis type="number" {...numbers} /> : <XAxis {...names} minTickGap={24} />}
          {lying ? <YAxis type="category" width={220} {...names} /> : <YAxis width={44} {...numbers} />}
          <Tooltip isAnimationActive={false} cursor={{ fill: '#eef2f8' }} />
          {series.map(({ key, name, look }) => (
            <Bar
              key={key}
              dataKey={key}
              name={name}
              stackId="all"
              fill={`url(#overview-${look})`}
              stroke={LOOKS[look].colour}
              isAnimationActive={false}
              maxBarSize={36}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
      {/* Our own, because the library's has the colours and not the patterns. */}
      <ul className="overview-legend">
        {series.map(({ key, name, look }) => (
          <li key={key}>
            <svg width="14" height="14" aria-hidden="true">
              <rect width="14" height="14" fill={`url(#overview-${look})`} stroke={LOOKS[look].colour} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
    </>
  );
}

function Pattern({ look }: { readonly look: keyof typeof LOOKS }) {
  const { colour, lines } = LOOKS[look];
  return (
    <pattern id={`overview-${look}`} width="6" height="6" patternUnits="userSpaceOnUse">
      <rect width="6" height="6" fill={colour} fillOpacity={lines === 'none' ? 1 : 0.55} />
      {lines === 'slanted' && <path d="M0 6 6 0" stroke={colour} strokeWidth="2" />}
      {lines === 'dots' && <circle cx="3" cy="3" r="1.6" fill={colour} />}
    </pattern>
  );
}
