import { freezeTemporaryPassword } from 'lockpanel/actions/open-api-lock'
import type { Lock, TemporaryPassword, TemporaryPasswordState } from 'lockpanel/flows'
import { type CommandState, createCommand, idle } from '../../store/command'
import { createPageStore, type Show } from '../../store/page-store'
import type { Language } from '../../text/language'
import { type Duration, durationsMs, type PasswordsView, passwordsView } from './passwords-view'

/** A password that was created, with its digits: no list ever shows them again. */
interface Created {
  readonly name: string
  readonly password: string
  readonly toMs: number
  readonly isShown: boolean
}

export interface PasswordsState {
  /** Absent until they are read. */
  readonly passwords: readonly TemporaryPassword[] | undefined
  readonly reading: CommandState
  readonly form: { readonly name: string; readonly duration: Duration } | undefined
  readonly creating: CommandState
  readonly created: Created | undefined
  /** The password whose removal is to be confirmed. */
  readonly asked: TemporaryPassword | undefined
  /** Freezing, unfreezing and removing. */
  readonly changing: CommandState
}

const initial: PasswordsState = {
  passwords: undefined,
  reading: idle,
  form: undefined,
  creating: idle,
  created: undefined,
  asked: undefined,
  changing: idle,
}

/** The lock has not done yet what the cloud accepted. */
const unfinished: readonly TemporaryPasswordState[] = ['pending', 'deleting']
const REFRESH_MS = 3_000

/** The temporary passwords of the lock, and a new one. */
export const createPasswordsStore = (lock: Lock, language: Language, show: Show<PasswordsView>) => {
  const passwords = lock.temporaryPasswords
  const viewOf = passwordsView(language, lock.supports(freezeTemporaryPassword.name))
  const store = createPageStore(initial, viewOf, show)
  const read = createCommand((reading) => store.update({ reading }))
  const create = createCommand((creating) => store.update({ creating }))
  const change = createCommand((changing) => store.update({ changing }))

  let timer: ReturnType<typeof setTimeout> | undefined
  const stopTimer = () => {
    if (timer !== undefined) clearTimeout(timer)
  }
  const refresh = async (): Promise<void> => {
    stopTimer()
    await read(async () => store.update({ passwords: await passwords.list() }))
    const isUnfinished = store.get().passwords?.some(({ state }) => unfinished.includes(state))
    stopTimer()
    if (isUnfinished && !store.isClosed()) timer = setTimeout(() => void refresh(), REFRESH_MS)
  }
  /** The list is read again also after a failure, because the outcome may be unknown. */
  const thenRefresh = (work: () => Promise<void>) => async (): Promise<void> => {
    try {
      await work()
    } finally {
      void refresh()
    }
  }
  const byId = (id: string) => store.get().passwords?.find((each) => each.id === id)

  void refresh()
  store.onClose(stopTimer)
  return {
    refresh,
    openForm: () => store.update({ form: { name: '', duration: 'day' }, creating: idle }),
    fill: (change: { readonly name: string } | { readonly duration: Duration }) => {
      const { form } = store.get()
      if (form !== undefined) store.update({ form: { ...form, ...change } })
    },
    shutForm: () => store.update({ form: undefined }),
    create: () =>
      create(
        thenRefresh(async () => {
          const { form } = store.get()
          if (form === undefined) return
          const name = form.name.trim()
          const toMs = Date.now() + durationsMs[form.duration]
          const { password } = await passwords.create({ name, toMs })
          store.update({ form: undefined, created: { name, password, toMs, isShown: false } })
        }),
      ),
    toggleDigits: () => {
      const { created } = store.get()
      if (created !== undefined)
        store.update({ created: { ...created, isShown: !created.isShown } })
    },
    /** The digits, for the clipboard. */
    digits: () => store.get().created?.password,
    /** Forgets the digits. */
    shutCreated: () => store.update({ created: undefined }),
    toggleFrozen: (id: string) =>
      change(
        thenRefresh(() =>
          byId(id)?.state === 'frozen' ? passwords.unfreeze(id) : passwords.freeze(id),
        ),
      ),
    askToRemove: (id: string) => store.update({ asked: byId(id) }),
    keep: () => store.update({ asked: undefined }),
    remove: () =>
      change(
        thenRefresh(async () => {
          const { asked } = store.get()
          store.update({ asked: undefined })
          if (asked !== undefined) await passwords.remove(asked.id)
        }),
      ),
    close: store.close,
  }
}

export type PasswordsStore = ReturnType<typeof createPasswordsStore>
