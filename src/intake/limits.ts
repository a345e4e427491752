/** Files past this many bytes are refused before they are read: a Word document may hold pictures. */
export const largestFile = 64 * 1024 * 1024;

/** Names of files that are looked at; anything else in a folder is passed over, and in an archive said. */
export const importable =
  /\.(?:txt|text|md|markdown|docx|docm|dotx|dotm|html?|xhtml|mht|mhtml|pdf|zip|doc|wps|wpt|rtf|odt|ott|fodt|sxw|xml)$/i;
