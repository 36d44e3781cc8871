import type { CallFilter, CallTrait } from '../model/filter'
import { actionsOf } from '../model/filter'
import { type Inspection, shownCalls, visibleCalls } from '../model/inspection'
import type { InspectorText } from '../text/text'
import { make } from './make'

/** What a person does with the inspector. */
export interface InspectorCommands {
  readonly filter: (change: Partial<CallFilter>) => void
  readonly togglePause: () => void
  readonly clear: () => void
  readonly exportJson: () => void
}

export interface Toolbar {
  readonly element: HTMLDivElement
  readonly draw: (inspection: Inspection) => void
}

const select = (label: string, change: (value: string | undefined) => void): HTMLSelectElement => {
  const element = make('select', { 'aria-label': label })
  element.onchange = () => change(element.value === '' ? undefined : element.value)
  return element
}

const option = (value: string, label: string): HTMLOptionElement => make('option', { value }, label)

const button = (label: string, onclick: () => void): HTMLButtonElement =>
  make('button', { type: 'button', onclick }, label)

export const createToolbar = (text: InspectorText, commands: InspectorCommands): Toolbar => {
  const search = make('input', {
    type: 'search',
    'aria-label': text.search,
    placeholder: text.search,
    oninput: () => commands.filter({ text: search.value }),
  })
  const action = select(text.action, (value) => commands.filter({ action: value }))
  // Each value is one of the options below.
  const trait = select(text.calls, (value) => commands.filter({ trait: value as CallTrait }))
  const traits = Object.entries(text.traits).map(([value, label]) => option(value, label))
  trait.append(option('', text.everyCall), ...traits)
  const pause = button(text.pause, commands.togglePause)
  const count = make('span', { class: 'count' })
  const element = make(
    'div',
    { class: 'tools' },
    search,
    action,
    trait,
    pause,
    button(text.clear, commands.clear),
    button(text.exportJson, commands.exportJson),
    count,
  )

  let listed = ''
  const listActions = (actions: readonly string[]) => {
    if (actions.join() === listed) return
    listed = actions.join()
    action.replaceChildren(
      option('', text.everyAction),
      ...actions.map((name) => option(name, name)),
    )
  }
  const draw = (inspection: Inspection) => {
    const { filter, paused } = inspection
    const all = visibleCalls(inspection)
    const actions = actionsOf(all)
    // The selected action stays an option while it has no calls.
    listActions([...new Set([...actions, ...(filter.action === undefined ? [] : [filter.action])])])
    action.value = filter.action ?? ''
    trait.value = filter.trait ?? ''
    if (search.value !== filter.text) search.value = filter.text
    pause.setAttribute('aria-pressed', String(paused !== undefined))
    count.textContent = text.count(shownCalls(inspection).length, all.length)
  }
  return { element, draw }
}
