interface ChoiceGiven<Value extends string> {
  readonly label: string;
  readonly value: Value | null;
  /** Word for no choice; null where one must be made. */
  readonly all: string | null;
  readonly options: readonly (readonly [Value, string])[];
  readonly onChange: (value: Value | null) => void;
}

/** A choice out of a few. */
export function Choice<Value extends string>({ label, value, all, options, onChange }: ChoiceGiven<Value>) {
  return (
    <label>
      {label}{' '}
      <select
        value={value ?? ''}
        onChange={(event) => onChange(options.find(([each]) => each === event.target.value)?.[0] ?? null)}
      >
        {all !== null && <option value="">{all}</option>}
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
