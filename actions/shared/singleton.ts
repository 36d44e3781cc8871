import { type Codec, codec } from './codec'
import {
  type FieldCodecs,
  type RecordFields,
  type RecordOf,
  recordCodec,
  recordNode,
} from './record'

/** One object, where the documents of a twin operation speak of a list: a list of one is that one. */
export const singleton = <Required extends FieldCodecs = {}, Optional extends FieldCodecs = {}>(
  fields: RecordFields<Required, Optional>,
): Codec<RecordOf<Required, Optional>> => {
  const node = recordNode(fields, false)
  const one = recordCodec<RecordOf<Required, Optional>>(node)
  return codec(
    node,
    'object',
    (value, context) =>
      one.read(Array.isArray(value) && value.length === 1 ? value[0] : value, context),
    one.encode,
  )
}
