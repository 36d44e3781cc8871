import { int, jsonText, listOf, oneOf, record, text } from '../../shared'

/** Descriptions of data points: what a device accepts, or what it reports. */
export const dataPointDescriptions = listOf(
  record({
    key: { code: text() },
    documented: {
      type: oneOf(['Boolean', 'Integer', 'Enum', 'String', 'Json', 'Raw']),
      /** The bounds of the values: JSON text, empty for a Boolean. */
      values: jsonText(
        record({
          optional: {
            /** Of an Integer: a value is divided by 10 to the power of `scale`. */
            min: int(),
            max: int(),
            scale: int(),
            step: int(),
            unit: text(),
            /** The values of an Enum. */
            range: listOf(text()),
            /** The length of a String. */
            maxlen: int(),
          },
        }),
      ),
    },
    optional: { name: text(), desc: text() },
  }),
)
