import { Button } from 'antd-mobile'
import type { Member } from 'lockpanel'
import { useMembers } from 'lockpanel/react'
import { type ReactElement, useState } from 'react'
import { Loading } from '../parts/loading'
import { Problem } from '../parts/problem'
import { VirtualList } from '../parts/virtual-list'
import { useLanguage } from '../text/language'
import { MemberSheet } from './member-sheet'
import { NewMember } from './new-member'
import { SyncMethods } from './sync-methods'

export const Members = (): ReactElement => {
  const { text, words } = useLanguage()
  const { rows, isLoading, error, refresh } = useMembers()
  const [opened, setOpened] = useState<Member>()
  const [isAdding, setIsAdding] = useState(false)
  const draw = (member: Member) => (
    <button type="button" className="row wide" onClick={() => setOpened(member)}>
      {member.name}
      <small>{words.role(member.role)}</small>
    </button>
  )
  return (
    <>
      <div className="filters">
        <Button size="small" color="primary" onClick={() => setIsAdding(true)}>
          {text.members.add}
        </Button>
        <SyncMethods />
      </div>
      {rows === undefined && isLoading && <Loading />}
      <Problem error={error} onRetry={() => void refresh()} />
      <VirtualList label={text.tabs.members} rows={rows ?? []} keyOf={({ id }) => id} draw={draw} />
      <MemberSheet member={opened} onClose={() => setOpened(undefined)} />
      <NewMember isOpen={isAdding} onClose={() => setIsAdding(false)} />
    </>
  )
}
