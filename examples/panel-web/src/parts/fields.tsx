import { type ReactElement, useId } from 'react'

interface FieldProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly onChange: (value: T) => void
}

/** The longest name that the cloud takes. */
const LONGEST_NAME = 20

export const NameField = ({ label, value, onChange }: FieldProps<string>): ReactElement => {
  const id = useId()
  return (
    <label htmlFor={id}>
      {label}
      <input
        id={id}
        required
        maxLength={LONGEST_NAME}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  )
}

interface SelectFieldProps<T extends string> extends FieldProps<T> {
  /** The text of each value. */
  readonly options: Readonly<Record<T, string>>
}

export const SelectField = <T extends string>({
  label,
  value,
  options,
  onChange,
}: SelectFieldProps<T>): ReactElement => {
  const id = useId()
  return (
    <label htmlFor={id}>
      {label}
      <select id={id} value={value} onChange={({ target }) => onChange(target.value as T)}>
        {Object.entries<string>(options).map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
