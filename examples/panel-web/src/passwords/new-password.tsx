import { Button, Popup } from 'antd-mobile'
import { useTemporaryPasswords } from 'lockpanel/react'
import { type FormEvent, type ReactElement, useId, useState } from 'react'
import { Problem } from '../parts/problem'
import { useCommand } from '../parts/use-command'
import { useLanguage } from '../text/language'
import { emptyHours, hoursOf, WeeklyFields } from './weekly-fields'

const HOUR_MS = 3_600_000
const durations = { hour: HOUR_MS, day: 24 * HOUR_MS, week: 7 * 24 * HOUR_MS } as const
type Duration = keyof typeof durations

/** A password that was created, with its digits: no list ever shows them again. */
export interface Created {
  readonly name: string
  readonly password: string
  readonly toMs: number
}

interface NewPasswordProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onCreated: (created: Created) => void
}

export const NewPassword = ({ isOpen, onClose, onCreated }: NewPasswordProps): ReactElement => {
  const { text } = useLanguage()
  const { create } = useTemporaryPasswords()
  const [name, setName] = useState('')
  const [duration, setDuration] = useState<Duration>('day')
  const [hours, setHours] = useState(emptyHours)
  const id = useId()
  const creating = useCommand(async () => {
    const toMs = Date.now() + durations[duration]
    const weekly = hoursOf(hours)
    const { password } = await create({
      name: name.trim(),
      toMs,
      ...(weekly !== undefined && {
        weekly,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      }),
    })
    setName('')
    setHours(emptyHours)
    onClose()
    onCreated({ name, password, toMs })
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void creating.run()
  }
  return (
    <Popup visible={isOpen} onMaskClick={onClose} destroyOnClose>
      <form className="sheet" onSubmit={submit}>
        <h2>{text.passwords.add}</h2>
        <label htmlFor={`${id}-name`}>
          {text.passwords.name}
          <input
            id={`${id}-name`}
            required
            maxLength={20}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        </label>
        <label htmlFor={`${id}-duration`}>
          {text.passwords.hours}
          <select
            id={`${id}-duration`}
            value={duration}
            onChange={({ target }) => setDuration(target.value as Duration)}
          >
            {Object.keys(durations).map((value) => (
              <option key={value} value={value}>
                {text.passwords.duration[value as Duration]}
              </option>
            ))}
          </select>
        </label>
        <WeeklyFields value={hours} onChange={setHours} />
        <Problem error={creating.error} />
        <Button type="submit" color="primary" loading={creating.isRunning}>
          {text.passwords.create}
        </Button>
        <Button onClick={onClose}>{text.close}</Button>
      </form>
    </Popup>
  )
}
