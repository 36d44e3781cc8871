import type {
  DoorState,
  DoorValues,
  Lock,
  Reading,
  RemoteUnlockAttempt,
  RemoteUnlockStep,
} from 'lockpanel/flows'
import type { Message } from 'lockpanel/words'
import { createPageStore, type Show } from '../../store/page-store'
import { problemOf } from '../../store/problem'
import type { Text } from '../../text/en'
import type { Language } from '../../text/language'

type Progress =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly step: RemoteUnlockStep }
  | { readonly status: 'done'; readonly bolt: DoorValues['bolt'] }
  | { readonly status: 'failed'; readonly error: unknown }

interface HomeState {
  readonly door: DoorState
  /** Why nothing can be read. */
  readonly error: unknown
  readonly progress: Progress
}

interface Row {
  readonly title: string
  readonly value: string
  /** How old the value is. */
  readonly asOf: string
}

export interface HomeView {
  readonly labels: Text['labels']['home']
  readonly bolt: string
  readonly isUnlocked: boolean
  readonly isRunning: boolean
  /** The step of the running attempt, or how the last one ended. */
  readonly progress: string
  readonly problem: Message | null
  readonly rows: readonly Row[]
  readonly isPartlyUnread: boolean
  readonly links: readonly { readonly title: string; readonly url: string }[]
}

const initial: HomeState = {
  door: { unread: [] },
  error: undefined,
  progress: { status: 'idle' },
}

/** The live state of the lock, and the attempt to unlock or lock it. */
export const createHomeStore = (lock: Lock, language: Language, show: Show<HomeView>) => {
  const store = createPageStore(initial, homeView(language), show)
  let attempt: RemoteUnlockAttempt | undefined
  let following: { readonly unsubscribe: () => void } | undefined

  const stopFollowing = () => following?.unsubscribe()
  /** Reads at once, and then again every few seconds. */
  const follow = () => {
    stopFollowing()
    following = lock.state$.subscribe({
      next: (door) => store.update({ door, error: undefined }),
      error: (error: unknown) => store.update({ error }),
    })
  }
  const run = (start: () => RemoteUnlockAttempt, bolt: DoorValues['bolt']) => {
    if (attempt !== undefined) return
    attempt = start()
    const end = (progress: Progress) => {
      attempt = undefined
      store.update({ progress })
      if (!store.isClosed()) follow()
    }
    attempt.state$.subscribe((state) => {
      if (state.step === 'done') end({ status: 'done', bolt })
      else if (state.step === 'failed') end({ status: 'failed', error: state.error })
      else store.update({ progress: { status: 'running', step: state } })
    })
  }

  follow()
  store.onClose(stopFollowing)
  store.onClose(() => attempt?.cancel())
  return {
    unlock: () => run(lock.unlock, 'unlocked'),
    lock: () => run(lock.lock, 'locked'),
    cancel: () => attempt?.cancel(),
    close: store.close,
  }
}

export type HomeStore = ReturnType<typeof createHomeStore>

const homeView =
  (language: Language) =>
  ({ door, error, progress }: HomeState): HomeView => {
    const { labels } = language.text
    return {
      labels: labels.home,
      bolt: language.words.door('bolt', door.bolt),
      isUnlocked: door.bolt?.value === 'unlocked',
      isRunning: progress.status === 'running',
      progress: progressText(language, progress),
      problem: problemOf(language, progress.status === 'failed' ? progress.error : error),
      rows: rowsOf(language, door),
      isPartlyUnread: door.unread.length > 0,
      links: (['members', 'passwords', 'records'] as const).map((page) => ({
        title: labels[page].title,
        url: `/pages/${page}/${page}`,
      })),
    }
  }

const progressText = ({ words }: Language, progress: Progress): string => {
  if (progress.status === 'running') return words.attemptStep(progress.step)
  return progress.status === 'done' ? words.door('bolt', { value: progress.bolt }) : ''
}

const rowsOf = ({ text, words, time }: Language, state: DoorState): readonly Row[] => {
  const row = <Name extends keyof DoorValues>(
    name: Name,
    reading: Reading<DoorValues[Name]> | undefined,
  ): Row => ({
    title: words.doorName(name),
    value: words.door(name, reading),
    asOf: reading === undefined || reading.atMs === 0 ? '' : text.asOf(time(reading.atMs)),
  })
  const { battery, online, via, door, lastRecord } = state
  return [
    row('battery', battery),
    row('online', online),
    ...(via === undefined ? [] : [row('via', via)]),
    ...(door === undefined ? [] : [row('door', door)]),
    row('lastRecord', lastRecord),
  ]
}
