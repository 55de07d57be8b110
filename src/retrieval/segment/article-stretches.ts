import { parseStretches } from './stretches.ts';

/**
 * Places of the academic article (002) where a note parts a sentence from its end, and its diagram, in the order in
 * which they read; see `parseStretches`.
 */
export const ARTICLE_STRETCHES = parseStretches(`
@ 2-7 113
x 2-7
@ 85-94 Internacionalización
85-88
~ 90 , 92 , 94
@ 108-208 Llegar a
108-110 120-123
124-125
126-148
112-114
116-119 160-164
150-154
166-172
174-175
156-158 177-201 202.1-4
202.5- 203-208
@ 755-770 Dicha política
755-756 760-770
758-759
@ 954-1047 10 Es
983 , 985
1035
1037
• 1033.1 : 957-964
• 978-979
• 981
• 966-972
• 974-976
• 987
• 989
• 991-992
• 994-995
• 997
• 999-1002
• 1004-1007
• 1009-1011
• 1013-1015
• 1017-1019
• 1021-1023
• 1025-1027
• 1029-1031
1039
1043-1047
954-956
@ 1247-1267 Adicional a
1250-1251
1247-1248 1253-1267
@ 1402-1436 Apartándonos
1402-1407 1412-1436
1409-1411
`);
