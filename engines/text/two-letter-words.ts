/**
 * Words and abbreviations of two letters, English and Spanish, without accents: what people write on purpose is no longer word that lost a letter
 * ("st" is a street or a saint, "pt" a patient).
 */
export const TWO_LETTER_WORDS: readonly string[] =
  'ad ah am an as at ay be by do eh em er ew ex go ha he hi hm ho id if im in is it iv ma me mm my na no of oh ok on or ow ox pa ps re sh so to uh um un up us we ya ye yo al da de di el en es fe ir la le lo mi ni os se si su te ti tu va ve vi uf uy ne ke ki ka pq tb xq dq pm mr ms dr st rd nd th jr sr co dc eu ny uk tv cd dj pc hr vp qa rv hq ac ft lb oz kg km cm ml mg gm yr mo wk ak az ar ca ct fl ga ia il ks ky md mn mt nc nh nj nm nv ri sc sd tn tx ut vt wa wi wv wy pr bp pt ot rx hx dx ed ob gp np rn bm bs lv bc cc gf bf bb fb ig ur br rr hb sx fx xd nb'.split(
    ' ',
  )
