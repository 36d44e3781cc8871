import { Button, ProgressBar } from 'antd-mobile'
import type { EnrolmentStep, EnrolmentType, Member } from 'lockpanel'
import { useAttempt, useLock } from 'lockpanel/react'
import type { ReactElement } from 'react'
import { Problem } from '../parts/problem'
import { useLanguage } from '../text/language'

interface EnrolProps {
  readonly member: Member
  /** The lock has stored a method. */
  readonly onStored: () => void
}

const types = ['fingerprint', 'card', 'password'] as const satisfies readonly EnrolmentType[]

/** Stores a finger, a card or a password of a member, step by step as the lock asks for it. */
export const Enrol = ({ member, onStored }: EnrolProps): ReactElement => {
  const { text, words } = useLanguage()
  const door = useLock()
  const { current, run, cancel } = useAttempt((type: EnrolmentType) => {
    const attempt = door.enrol({ type, user: member.id })
    attempt.done.then(onStored, () => {})
    return attempt
  })
  if (current.status === 'running')
    return (
      <div role="status">
        <p>{words.attemptStep(current.state)}</p>
        <Progress step={current.state} />
        <Button onClick={cancel}>{text.members.stop}</Button>
      </div>
    )
  return (
    <>
      <h3>{text.members.enrol}</h3>
      <div className="actions">
        {types.map((type) => (
          <Button key={type} size="small" onClick={() => run(type)}>
            {words.method(type)}
          </Button>
        ))}
      </div>
      {current.status === 'done' && <p role="status">{text.members.stored}</p>}
      {current.status === 'failed' && <Problem error={current.error} />}
    </>
  )
}

const Progress = ({ step }: { readonly step: EnrolmentStep }): ReactElement | null => {
  const { text } = useLanguage()
  if (step.step !== 'enrolling' || step.total === undefined) return null
  return (
    <>
      <p>{text.members.progress(step.done, step.total)}</p>
      <ProgressBar percent={(step.done / step.total) * 100} aria-label={text.members.enrol} />
    </>
  )
}
