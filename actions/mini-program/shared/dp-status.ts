import { json, record, text } from '../../shared'

/** What a data point last reported. The value is any JSON, and a text that holds JSON stays text. */
export const dpStatus = record({
  required: { code: text(), value: json() },
})
