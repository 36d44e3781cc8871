import { type Codec, codec } from './codec'
import {
  type FieldCodecs,
  type RecordFields,
  type RecordOf,
  recordCodec,
  recordSchema,
} from './record'

/** One object; a list of one object is read as that object, because a twin operation documents a list. */
export const singleton = <
  Key extends FieldCodecs = {},
  Documented extends FieldCodecs = {},
  Optional extends FieldCodecs = {},
>(
  fields: RecordFields<Key, Documented, Optional>,
): Codec<RecordOf<Key, Optional, Documented>> => {
  const schema = recordSchema(fields)
  const object = recordCodec<RecordOf<Key, Optional, Documented>>(schema)
  return codec(
    schema,
    'object',
    (value, context) =>
      object.read(Array.isArray(value) && value.length === 1 ? value[0] : value, context),
    object.encode,
  )
}
