import type { TemporaryPassword } from 'lockpanel/flows'
import type { Message } from 'lockpanel/words'
import { problemOf } from '../../store/problem'
import type { Text } from '../../text/en'
import type { Language } from '../../text/language'
import type { PasswordsState } from './passwords-store'

const HOUR_MS = 3_600_000

export const durationsMs = { hour: HOUR_MS, day: 24 * HOUR_MS, week: 7 * 24 * HOUR_MS } as const

export type Duration = keyof typeof durationsMs

const durations = Object.keys(durationsMs) as readonly Duration[]

interface Row {
  readonly id: string
  readonly name: string
  readonly detail: string
  /** Empty if the password can be neither frozen nor unfrozen. */
  readonly freezeLabel: string
}

export interface PasswordsView {
  readonly labels: Text['labels']['passwords']
  readonly common: Text['labels']['common']
  readonly rows: readonly Row[]
  readonly isLoading: boolean
  readonly isEmpty: boolean
  readonly problem: Message | null
  readonly isFormOpen: boolean
  readonly name: string
  readonly durations: readonly {
    readonly duration: Duration
    readonly title: string
    readonly isChosen: boolean
  }[]
  readonly isCreating: boolean
  readonly formProblem: Message | null
  readonly created: { readonly digits: string; readonly revealLabel: string } | null
  readonly removeQuestion: string
  readonly isChanging: boolean
  readonly changeProblem: Message | null
}

export const passwordsView = (language: Language, mayFreeze: boolean) => {
  const { text } = language
  const labels = text.labels.passwords
  const freezeLabelOf = ({ state }: TemporaryPassword): string => {
    if (!mayFreeze) return ''
    if (state === 'frozen') return labels.unfreeze
    return state === 'active' ? labels.freeze : ''
  }
  const rowOf = (password: TemporaryPassword): Row => ({
    id: password.id,
    name: password.name,
    detail: detailOf(language, password),
    freezeLabel: freezeLabelOf(password),
  })
  return (state: PasswordsState): PasswordsView => {
    const { passwords, reading, form, creating, created, asked, changing } = state
    return {
      labels,
      common: text.labels.common,
      rows: (passwords ?? []).map(rowOf),
      isLoading: passwords === undefined && reading.isRunning,
      isEmpty: passwords?.length === 0,
      problem: problemOf(language, reading.error),
      isFormOpen: form !== undefined,
      name: form?.name ?? '',
      durations: durations.map((duration) => ({
        duration,
        title: text.durations[duration],
        isChosen: duration === form?.duration,
      })),
      isCreating: creating.isRunning,
      formProblem: problemOf(language, creating.error),
      created:
        created === undefined
          ? null
          : {
              digits: created.isShown ? created.password : '•'.repeat(created.password.length),
              revealLabel: created.isShown ? labels.hide : labels.reveal,
            },
      removeQuestion: asked === undefined ? '' : text.removeQuestion(asked.name),
      isChanging: changing.isRunning,
      changeProblem: problemOf(language, changing.error),
    }
  }
}

const detailOf = ({ text, words, time }: Language, { state, toMs }: TemporaryPassword): string => {
  const stateWord = words.passwordState(state)
  return toMs === undefined ? stateWord : `${stateWord} · ${text.until(time(toMs))}`
}
