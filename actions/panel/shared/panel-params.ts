import { type FieldCodecs, id, type ParamFields, params } from '../../shared'

/**
 * The parameters of an operation of this family. The tables require `devId`, and the vendor's own panels leave it out:
 * the app adds the device of its panel.
 */
export const panelParams = <Required extends FieldCodecs = {}, Optional extends FieldCodecs = {}>(
  fields: ParamFields<Required, Optional> = {},
) => params({ ...fields, optional: { devId, ...(fields.optional as Optional) } })

const devId = id()
