/** Draws the calls of a panel as a timeline, for development: a custom element without a framework. */
export { defineInspector } from './element/define-inspector'
export type { InspectedPanel, InspectorElement } from './element/inspector-element'
export type { CallOutcome, InspectedCall } from './model/call'
export { inspectCalls } from './model/call-list'
export type { CallSpan, SpanKind } from './model/spans'
