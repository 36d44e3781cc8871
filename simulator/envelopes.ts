import { sha256Hex } from '../src/crypto/digest'
import type { Cloud } from './cloud'
import { type Answer, jsonAnswer } from './exchange'
import type { SampledShape } from './operations/operation'
import type { Protocol } from './protocols/protocol'
import type { Refusal } from './refusal'

/** Why the simulator refused a request; the live cloud has no such header. */
export const EXPLANATION_HEADER = 'x-simulator-explanation'

/** Clients choose the names of actions and fields, and a header has only printable characters. */
const printable = (text: string): string => text.replace(/[^\x20-\x7e]/g, '?').slice(0, 200)

const TID_LENGTH = 32

/** The answers of a cloud, each with a `tid` of its own, as the live cloud's from 2023 on. */
export const createEnvelopes = ({ now }: Pick<Cloud, 'now'>) => {
  let answers = 0
  const withTid = (body: object): object => {
    answers += 1
    return { ...body, tid: sha256Hex(`${now()} ${answers}`).slice(0, TID_LENGTH) }
  }
  return {
    /** The vendor's samples have no `tid`. */
    success: (protocol: Protocol, result: unknown, sampled?: SampledShape): Answer => {
      const body = protocol.success(result, now(), sampled)
      return jsonAnswer(sampled === undefined ? withTid(body as object) : body)
    },
    /** As reported: neither a `result` nor an explanation. */
    refusal: ({ code, msg, explanation }: Refusal): Answer =>
      jsonAnswer(withTid({ success: false, code, msg, t: now() }), {
        [EXPLANATION_HEADER]: printable(explanation),
      }),
  }
}
