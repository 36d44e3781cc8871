import { json, record, text } from '../../shared'

/** The last reported value of a data point. The value is any JSON; text that contains JSON stays text. */
export const dpStatus = record({
  key: { code: text(), value: json() },
})
