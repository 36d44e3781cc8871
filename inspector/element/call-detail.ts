import type { InspectedCall } from '../model/call'
import { describeFacts, formatMs } from '../text/format'
import type { InspectorText } from '../text/text'
import { make } from './make'

const section = (title: string, ...content: readonly Node[]): readonly Node[] => [
  // No heading: its level would depend on the page.
  make('p', { class: 'caption' }, title),
  ...content,
]

/** Focusable, because a long text scrolls. */
const json = (title: string, value: unknown): readonly Node[] =>
  value === undefined
    ? []
    : section(
        title,
        make(
          'pre',
          { tabIndex: 0, role: 'region', 'aria-label': title },
          JSON.stringify(value, undefined, 2),
        ),
      )

const steps = ({ events, startedAt }: InspectedCall, text: InspectorText): Node =>
  make(
    'ol',
    {},
    ...events.map((event) =>
      make(
        'li',
        {},
        make('span', { class: 'offset' }, `+${formatMs(Math.max(0, event.at - startedAt))}`),
        [text.events[event.type], describeFacts(event, text)]
          .filter((part) => part !== '')
          .join(': '),
      ),
    ),
  )

const drift = ({ drift }: InspectedCall, text: InspectorText): readonly Node[] =>
  drift.length === 0
    ? []
    : section(
        text.traits.drift,
        make(
          'ul',
          {},
          ...drift.map(({ path, message, count }) =>
            make(
              'li',
              {},
              make('span', {}, `${count} ×`),
              path === '' ? message : `${path}: ${message}`,
            ),
          ),
        ),
      )

/** Everything about a call that contains no secret. */
export const drawDetail = (call: InspectedCall, text: InspectorText): readonly Node[] => [
  make('p', {}, call.requestId),
  ...(call.failure === undefined ? [] : [make('p', {}, call.failure.message)]),
  ...section(text.steps, steps(call, text)),
  ...drift(call, text),
  ...json(text.params, call.params),
  ...json(text.result, call.result),
]
