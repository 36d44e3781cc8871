import type { InspectedCall } from '../model/call'
import { describeCall, formatMs, formatTime } from '../text/format'
import type { InspectorText } from '../text/text'
import { drawDetail } from './call-detail'
import { make } from './make'

/** One call of the list. */
export interface CallRow {
  readonly element: HTMLLIElement
  /** `nowMs` is the end of a span that lasts, by the clock of the panel. */
  readonly update: (call: InspectedCall, nowMs: number) => void
}

/** How long the call has taken until now. */
export const durationOf = ({ tookMs, startedAt }: InspectedCall, nowMs: number): number =>
  tookMs ?? Math.max(0, nowMs - startedAt)

const drawBar = (call: InspectedCall, nowMs: number): readonly HTMLElement[] =>
  call.spans.map(({ kind, fromMs, toMs }) => {
    const span = make('i', { class: kind })
    // The scale of all bars is a property of the list, so that a longer call does not redraw the others.
    span.style.setProperty('--from', String(fromMs))
    span.style.setProperty('--took', String((toMs ?? durationOf(call, nowMs)) - fromMs))
    return span
  })

/** A row that opens its detail when it is clicked, or by Enter and the space bar. */
export const createCallRow = (text: InspectorText): CallRow => {
  const row = make('button', { type: 'button', class: 'row', 'aria-expanded': 'false' })
  const detail = make('div', { class: 'detail', hidden: true })
  let drawn: InspectedCall | undefined

  const drawOpenDetail = () => {
    if (drawn !== undefined && !detail.hidden) detail.replaceChildren(...drawDetail(drawn, text))
  }
  row.onclick = () => {
    detail.hidden = !detail.hidden
    row.setAttribute('aria-expanded', String(!detail.hidden))
    drawOpenDetail()
  }

  const update = (call: InspectedCall, nowMs: number) => {
    // Calls do not change: an equal one is drawn already, unless its last span grows.
    if (call === drawn && call.outcome !== 'running') return
    row.replaceChildren(
      make('time', {}, formatTime(call.startedAt)),
      make('span', { class: 'name' }, call.action),
      make('span', { class: `badge ${call.outcome}` }, text.traits[call.outcome]),
      make('span', { class: 'facts' }, describeCall(call, text)),
      make('span', { class: 'took' }, formatMs(durationOf(call, nowMs))),
      make('span', { class: 'bar', 'aria-hidden': 'true' }, ...drawBar(call, nowMs)),
    )
    if (call === drawn) return
    drawn = call
    drawOpenDetail()
  }
  return { element: make('li', { class: 'call' }, row, detail), update }
}
