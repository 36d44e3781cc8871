/** The access secret of the vendor's published signing example; the keys made with it are synthetic. */
export const accessKey = '4OHBOnWOqaEC1mWXOpVL3yV50s0qGSRC'
export const sessionKey = '1f2e3d4c5b6a7988'
export const ticketKey = 'A6CD630B21CD684D08262B94FE560BB29173247C8D56147E406EBA159F6E577A'

export const passwords = [
  { digits: '1234567', encrypted: '2CEE9AA3C8824DF15655320AFB90B0C4' },
  { digits: '123456', encrypted: '81D5CE21B82B6F880BEFEC9EA5B3EDB3' },
  { digits: '012345', encrypted: '14336FC121AA47E902462CF509963CFA' },
]
