import { useTemporaryPasswords } from 'lockpanel/react'
import { type ReactElement, useState } from 'react'
import { NameField, SelectField } from '../parts/fields'
import { SheetForm } from '../parts/sheet-form'
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
  return (
    <SheetForm
      title={text.passwords.add}
      submitLabel={text.passwords.create}
      isOpen={isOpen}
      onClose={onClose}
      command={creating}
    >
      <NameField label={text.passwords.name} value={name} onChange={setName} />
      <SelectField
        label={text.passwords.hours}
        value={duration}
        options={text.passwords.duration}
        onChange={setDuration}
      />
      <WeeklyFields value={hours} onChange={setHours} />
    </SheetForm>
  )
}
