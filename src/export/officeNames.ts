/** What names of offices end with. */
const ends =
  /(?:政府|党委|党组|纪委|委员会|[委局厅部院会处室署科所站社行团校]|公司|集团|大学|中学|小学|中心|指挥部|小组|支队|总队|大队|街道|[省市县区乡镇村])(?:[（(](?:盖?章|代章)[）)])?$/u;
const shape = /^(?:[\p{Script=Han}（）()·“”A-Za-z\dX×]{3,40}|〔[^〔〕]{2,30}〕)$/u;

/** Whether a text can only be the name of an office: 青阳市人民政府办公室. */
export const isOffice = (text: string): boolean =>
  shape.test(text) && (text.startsWith('〔') || ends.test(text)) && !/^(?:特此|此致|以上|现将)/.test(text);

/** Names of offices that issue together, by the marks or blanks between them. A comma or a blank within one name parts nothing. */
export const officesIn = (text: string): readonly string[] =>
  text
    .split(/[、；;]|[\s\u3000]{2,}/)
    .flatMap((one) => {
      const parts = one.split(/[\s\u3000，,]+/).filter(Boolean);
      return parts.length > 1 && parts.every((part) => part.length > 3 && isOffice(part)) ? parts : [one.trim()];
    })
    .filter(Boolean);
