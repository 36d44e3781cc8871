import type { NewTemporaryPassword } from 'lockpanel'
import { type ReactElement, useId } from 'react'
import { useLanguage } from '../text/language'

/** The weekly hours as the form has them. Without a day, the password is valid at all hours. */
export interface FormHours {
  readonly days: readonly Day[]
  readonly from: string
  readonly to: string
}

const days = [1, 2, 3, 4, 5, 6, 0] as const
type Day = (typeof days)[number]

export const emptyHours: FormHours = { days: [], from: '09:00', to: '17:00' }

const MINUTES = 60
const minuteOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * MINUTES + minutes
}

export const hoursOf = ({ days, from, to }: FormHours): NewTemporaryPassword['weekly'] =>
  days.length === 0 ? undefined : { days, fromMinute: minuteOf(from), toMinute: minuteOf(to) }

interface WeeklyFieldsProps {
  readonly value: FormHours
  readonly onChange: (value: FormHours) => void
}

export const WeeklyFields = ({ value, onChange }: WeeklyFieldsProps): ReactElement => {
  const { text } = useLanguage()
  const id = useId()
  const toggle = (day: Day, isOn: boolean) =>
    onChange({
      ...value,
      days: isOn ? [...value.days, day] : value.days.filter((other) => other !== day),
    })
  return (
    <fieldset>
      <legend>{text.passwords.weekly}</legend>
      <div className="days">
        {days.map((day) => (
          <label key={day} htmlFor={`${id}-${day}`}>
            <input
              id={`${id}-${day}`}
              type="checkbox"
              checked={value.days.includes(day)}
              onChange={({ target }) => toggle(day, target.checked)}
            />
            {text.passwords.days[day]}
          </label>
        ))}
      </div>
      {value.days.length > 0 && (
        <div className="days">
          <label htmlFor={`${id}-from`}>
            {text.passwords.from}
            <input
              id={`${id}-from`}
              type="time"
              value={value.from}
              onChange={({ target }) => onChange({ ...value, from: target.value })}
            />
          </label>
          <label htmlFor={`${id}-to`}>
            {text.passwords.to}
            <input
              id={`${id}-to`}
              type="time"
              value={value.to}
              onChange={({ target }) => onChange({ ...value, to: target.value })}
            />
          </label>
        </div>
      )}
    </fieldset>
  )
}
