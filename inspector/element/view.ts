import { type Inspection, shownCalls, visibleCalls } from '../model/inspection'
import type { InspectorText } from '../text/text'
import { createCallRows } from './call-rows'
import { make } from './make'
import { createToolbar, type InspectorCommands } from './toolbar'

/** Everything inside the inspector, in one language. */
export interface InspectorView {
  readonly element: HTMLElement
  readonly draw: (inspection: Inspection) => void
}

export const createView = (text: InspectorText, commands: InspectorCommands): InspectorView => {
  const toolbar = createToolbar(text, commands)
  const rows = createCallRows(text)
  const none = make('p', { class: 'none' })
  const spans = Object.entries(text.spans).map(([kind, label]) =>
    make('span', {}, make('i', { class: kind, 'aria-hidden': 'true' }), label),
  )
  const legend = make('div', { class: 'legend' }, ...spans)
  const element = make(
    'section',
    { 'aria-label': text.title },
    toolbar.element,
    legend,
    none,
    rows.element,
  )
  const draw = (inspection: Inspection) => {
    const shown = shownCalls(inspection)
    toolbar.draw(inspection)
    rows.draw(shown)
    rows.element.hidden = shown.length === 0
    none.hidden = shown.length > 0
    none.textContent = visibleCalls(inspection).length === 0 ? text.none : text.noneShown
  }
  return { element, draw }
}
