import type { PanelEvent } from '../../src/core/pipeline/events'
import type { CallTrait } from '../model/filter'
import type { SpanKind } from '../model/spans'

/** What the inspector itself says, in one language. */
export interface InspectorText {
  readonly title: string
  readonly search: string
  readonly action: string
  readonly everyAction: string
  readonly calls: string
  readonly everyCall: string
  readonly pause: string
  readonly clear: string
  readonly exportJson: string
  readonly none: string
  readonly noneShown: string
  readonly count: (shown: number, all: number) => string
  readonly requests: (count: number) => string
  readonly steps: string
  readonly params: string
  readonly result: string
  readonly delivery: Readonly<Record<'not-sent' | 'unknown', string>>
  readonly traits: Readonly<Record<CallTrait, string>>
  readonly spans: Readonly<Record<SpanKind, string>>
  readonly events: Readonly<Record<PanelEvent['type'], string>>
}
