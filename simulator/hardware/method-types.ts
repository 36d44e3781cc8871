/** The numbers of the kinds of method in raw data points. */
const codes: Readonly<Record<number, string>> = {
  1: 'unlock_password',
  2: 'unlock_card',
  3: 'unlock_fingerprint',
  4: 'unlock_face',
  5: 'unlock_hand',
  6: 'unlock_finger_vein',
  // Not documented, and no simulated lock reports it: only the cloud starts such an enrolment.
  7: 'unlock_telecontrol_kit',
}

export const codeOfType = (type: number): string | undefined => codes[type]

export const typeOfCode = (dpCode: string): number | undefined => {
  const type = Object.keys(codes).find((one) => codes[Number(one)] === dpCode)
  return type === undefined ? undefined : Number(type)
}
