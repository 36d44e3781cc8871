import { Button, Popup } from 'antd-mobile'
import type { Member, UnlockMethod } from 'lockpanel'
import { useLock, useMembers } from 'lockpanel/react'
import type { Words } from 'lockpanel/words'
import { type ReactElement, useCallback, useEffect, useState } from 'react'
import { ask } from '../parts/ask'
import { Problem } from '../parts/problem'
import { useCommand } from '../parts/use-command'
import { useLanguage } from '../text/language'
import { Enrol } from './enrol'

interface MemberSheetProps {
  /** Closed without a member. */
  readonly member: Member | undefined
  readonly onClose: () => void
}

export const MemberSheet = ({ member, onClose }: MemberSheetProps): ReactElement => (
  <Popup visible={member !== undefined} onMaskClick={onClose} destroyOnClose>
    {member !== undefined && <OpenMember member={member} onClose={onClose} />}
  </Popup>
)

/** A member: the unlock methods, a new one, and removal. */
const OpenMember = ({
  member,
  onClose,
}: {
  readonly member: Member
  readonly onClose: () => void
}): ReactElement => {
  const { text, words } = useLanguage()
  const door = useLock()
  const { remove } = useMembers()
  const [methods, setMethods] = useState<readonly UnlockMethod[]>()
  const read = useCommand(async () => setMethods(await door.methods.ofMember(member.id)))
  const removal = useCommand(async () => {
    if (!(await ask(text.members.removeQuestion(member.name), text))) return
    await remove(member.id)
    onClose()
  })
  const refresh = useCallback(() => void read.run(), [read.run])
  useEffect(refresh, [refresh])
  return (
    <section className="sheet" aria-label={member.name}>
      <h2>{member.name}</h2>
      <p className="note">{words.role(member.role)}</p>
      <h3>{text.members.methods}</h3>
      {methods?.length === 0 && <p>{text.members.noMethods}</p>}
      <ul>
        {methods?.map((method) => (
          <li key={`${method.kind} ${method.number}`}>{nameOf(method, words)}</li>
        ))}
      </ul>
      <Problem error={read.error} onRetry={refresh} />
      <Enrol member={member} onStored={refresh} />
      <Button color="danger" loading={removal.isRunning} onClick={() => void removal.run()}>
        {text.members.remove}
      </Button>
      <Problem error={removal.error} />
      <Button onClick={onClose}>{text.close}</Button>
    </section>
  )
}

const nameOf = ({ kind, number, name = '' }: UnlockMethod, { method }: Words): string =>
  name === '' ? `${method(kind)} ${number}` : `${name} (${method(kind)})`
