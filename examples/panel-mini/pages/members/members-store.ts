import type { Lock, Member, UnlockMethod } from 'lockpanel/flows'
import type { Message, Words } from 'lockpanel/words'
import { rowsOnce } from '../../store/changes'
import { type CommandState, createCommand, idle } from '../../store/command'
import { createPageStore, type Show } from '../../store/page-store'
import { problemOf } from '../../store/problem'
import type { Text } from '../../text/en'
import type { Language } from '../../text/language'

interface OpenMember {
  readonly member: Member
  /** Absent until they are read. */
  readonly methods?: readonly UnlockMethod[]
}

interface MembersState {
  readonly members: readonly Member[]
  readonly reading: CommandState
  readonly opened: OpenMember | undefined
  readonly readingMethods: CommandState
}

interface Row {
  readonly id: string
  readonly name: string
  readonly role: string
}

export interface MembersView {
  readonly labels: Text['labels']['members']
  readonly common: Text['labels']['common']
  readonly rows: readonly Row[]
  readonly isLoading: boolean
  readonly problem: Message | null
  readonly isOpen: boolean
  readonly opened: Row | null
  readonly methods: readonly string[]
  readonly hasNoMethods: boolean
  readonly methodsProblem: Message | null
}

/** The rows of the first pages are shown while further pages are read. */
const ROWS_A_SCREEN = 20

/** The members of the lock, and the methods of the one that is opened. */
export const createMembersStore = (lock: Lock, language: Language, show: Show<MembersView>) => {
  const store = createPageStore<MembersState, MembersView>(
    { members: [], reading: idle, opened: undefined, readingMethods: idle },
    membersView(language),
    show,
  )
  const readAll = createCommand((reading) => store.update({ reading }))
  const readMethods = createCommand((readingMethods) => store.update({ readingMethods }))

  const refresh = () =>
    readAll(async () => {
      const members: Member[] = []
      const all = lock.members.all()
      // `for await` needs ES2018, which old phones lack.
      for (let next = await all.next(); !next.done; next = await all.next()) {
        if (store.isClosed()) return
        members.push(next.value)
        if (members.length % ROWS_A_SCREEN === 0) store.update({ members: members.slice() })
      }
      store.update({ members })
    })
  const open = (id: string) =>
    readMethods(async () => {
      const member = store.get().members.find((each) => each.id === id)
      if (member === undefined) return
      store.update({ opened: { member } })
      const methods = await lock.members.methods(id)
      // Another one may have been opened, or none.
      if (store.get().opened?.member === member) store.update({ opened: { member, methods } })
    })

  void refresh()
  return {
    refresh,
    open,
    shut: () => store.update({ opened: undefined, readingMethods: idle }),
    close: store.close,
  }
}

export type MembersStore = ReturnType<typeof createMembersStore>

const membersView = (language: Language) => {
  const { text, words } = language
  const rowOf = ({ id, name, role }: Member): Row => ({ id, name, role: words.role(role) })
  const rowsOf = rowsOnce(rowOf)
  return ({ members, reading, opened, readingMethods }: MembersState): MembersView => ({
    labels: text.labels.members,
    common: text.labels.common,
    rows: rowsOf(members),
    isLoading: reading.isRunning,
    problem: problemOf(language, reading.error),
    isOpen: opened !== undefined,
    opened: opened === undefined ? null : rowOf(opened.member),
    methods: (opened?.methods ?? []).map((method) => nameOf(method, words)),
    hasNoMethods: opened?.methods?.length === 0,
    methodsProblem: problemOf(language, readingMethods.error),
  })
}

const nameOf = ({ kind, number, name = '' }: UnlockMethod, { method }: Words): string =>
  name === '' ? `${method(kind)} ${number}` : `${name} (${method(kind)})`
