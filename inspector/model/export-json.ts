import type { InspectedCall } from './call'

/** The calls as indented JSON, for an issue or for another tool: `{ "lockpanel": "calls", "calls": [ … ] }`. */
export const exportJson = (calls: readonly InspectedCall[]): string =>
  JSON.stringify({ lockpanel: 'calls', calls }, undefined, 2)
