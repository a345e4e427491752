/** OpenCC's table of single characters: pairs `萬 万` (traditional, simplified) joined by `|`. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  export default pairs;
}
