package org.assisterportal.carrier.domain;

/** What the four kinds of events are in a file, segment by segment; lines are for readers, a file has none. */
final class GoldenSets {
    static final String ENROLLED =
            """
            ST*834*0041*005010X220A1~
            BGN*00*0041*20261128*1205*CT***2~
            REF*38*P-100041~
            DTP*007*D8*20270101~
            N1*P5*Maria Lopez*94*500001~
            N1*IN**94*99101~
            INS*Y*18*021*EC*A***AC~
            REF*0F*500001~REF*1L*P-100041~REF*17*500001~
            DTP*356*D8*20270101~
            NM1*IL*1*Lopez*Maria****34*987654321~
            PER*IP**TE*6515550134*EM*maria@families.example~
            N3*12 Oak St~
            N4*Minneapolis*MN*55401**CY*27053~
            DMG*D8*19840409*U~
            HLH*N~
            LUI*LE*SPA**7~
            HD*021**HLT~
            DTP*348*D8*20270101~
            REF*CE*99101MN001000305~
            LS*2700~
            LX*1~N1*75*PRE AMT 1~REF*9X*412.35~DTP*007*D8*20270101~
            LX*2~N1*75*PRE AMT TOT~REF*9X*652.45~DTP*007*D8*20270101~
            LX*3~N1*75*TOT RES AMT~REF*9V*352.45~DTP*007*D8*20270101~
            LX*4~N1*75*APTC AMT~REF*9V*300.00~DTP*007*D8*20270101~
            LX*5~N1*75*RATING AREA~REF*9X*R-MN008~DTP*007*D8*20270101~
            LX*6~N1*75*SOURCE EXCHANGE ID~REF*17*MN0~
            LE*2700~
            INS*N*19*021*EC*A~
            REF*0F*500001~REF*1L*P-100041~REF*17*500002~
            DTP*356*D8*20270101~
            NM1*IL*1*Lopez*Leo~
            N3*12 Oak St~
            N4*Minneapolis*MN*55401**CY*27053~
            DMG*D8*20150830*U~
            HLH*N~
            LUI*LE*SPA**7~
            HD*021**HLT~
            DTP*348*D8*20270101~
            REF*CE*99101MN001000305~
            LS*2700~
            LX*1~N1*75*PRE AMT 1~REF*9X*240.10~DTP*007*D8*20270101~
            LE*2700~
            SE*67*0041~
            """;

    static final String BABY_CAME =
            """
            ST*834*0042*005010X220A1~
            BGN*00*0042*20261128*1205*CT***2~
            REF*38*P-100042~
            DTP*007*D8*20270314~
            N1*P5*Maria Lopez*94*500001~
            N1*IN**94*99101~
            INS*Y*18*001*AI*A***AC~
            REF*0F*500001~REF*1L*P-100042~REF*17*500001~
            DTP*356*D8*20270101~
            NM1*IL*1*Lopez*Maria****34*987654321~
            PER*IP**TE*6515550134*EM*maria@families.example~
            N3*12 Oak St~
            N4*Minneapolis*MN*55401**CY*27053~
            DMG*D8*19840409*U~
            HLH*N~
            LUI*LE*SPA**7~
            HD*001**HLT~
            DTP*303*D8*20270314~DTP*348*D8*20270101~
            REF*CE*99101MN001000305~
            LS*2700~
            LX*1~N1*75*PRE AMT 1~REF*9X*412.35~DTP*007*D8*20270314~
            LX*2~N1*75*PRE AMT TOT~REF*9X*652.45~DTP*007*D8*20270101~
            LX*3~N1*75*TOT RES AMT~REF*9V*352.45~DTP*007*D8*20270101~
            LX*4~N1*75*APTC AMT~REF*9V*300.00~DTP*007*D8*20270101~
            LX*5~N1*75*PRE AMT TOT~REF*9X*892.55~DTP*007*D8*20270314~
            LX*6~N1*75*TOT RES AMT~REF*9V*482.55~DTP*007*D8*20270314~
            LX*7~N1*75*APTC AMT~REF*9V*410.00~DTP*007*D8*20270314~
            LX*8~N1*75*RATING AREA~REF*9X*R-MN008~DTP*007*D8*20270314~
            LX*9~N1*75*SOURCE EXCHANGE ID~REF*17*MN0~
            LE*2700~
            INS*N*19*021*02*A~
            REF*0F*500001~REF*1L*P-100042~REF*17*500003~
            DTP*356*D8*20270314~
            NM1*IL*1*Lopez*Noa~
            N3*12 Oak St~
            N4*Minneapolis*MN*55401**CY*27053~
            DMG*D8*20270314*U~
            HLH*N~
            LUI*LE*SPA**7~
            HD*021**HLT~
            DTP*348*D8*20270314~
            REF*CE*99101MN001000305~
            LS*2700~
            LX*1~N1*75*PRE AMT 1~REF*9X*240.10~DTP*007*D8*20270314~
            LX*2~N1*75*SEP REASON~REF*17*02~
            LE*2700~
            SE*83*0042~
            """;

    static final String ENDED =
            """
            ST*834*0043*005010X220A1~
            BGN*00*0043*20261128*1205*CT***2~
            REF*38*P-100043~
            DTP*007*D8*20270531~
            N1*P5*Maria Lopez*94*500001~
            N1*IN**94*99101~
            INS*Y*18*024*14*A***TE~
            REF*0F*500001~REF*1L*P-100043~REF*17*500001~
            DTP*356*D8*20270101~DTP*357*D8*20270531~
            NM1*IL*1*Lopez*Maria****34*987654321~
            PER*IP**TE*6515550134*EM*maria@families.example~
            N3*12 Oak St~
            N4*Minneapolis*MN*55401**CY*27053~
            DMG*D8*19840409*U~
            HLH*N~
            LUI*LE*SPA**7~
            HD*024**HLT~
            DTP*348*D8*20270101~DTP*349*D8*20270531~
            REF*CE*99101MN001000305~
            INS*N*19*024*14*A~
            REF*0F*500001~REF*1L*P-100043~REF*17*500002~
            DTP*356*D8*20270101~DTP*357*D8*20270531~
            NM1*IL*1*Lopez*Leo~
            N3*12 Oak St~
            N4*Minneapolis*MN*55401**CY*27053~
            DMG*D8*20150830*U~
            HLH*N~
            LUI*LE*SPA**7~
            HD*024**HLT~
            DTP*348*D8*20270101~DTP*349*D8*20270531~
            REF*CE*99101MN001000305~
            SE*40*0043~
            """;

    static final String CANCELLED =
            """
            ST*834*0044*005010X220A1~
            BGN*00*0044*20261128*1205*CT***2~
            REF*38*P-100044~
            DTP*007*D8*20270101~
            N1*P5*Maria Lopez*94*500001~
            N1*IN**94*99101~
            INS*Y*18*024*14*A***TE~
            REF*0F*500001~REF*1L*P-100044~REF*17*500001~
            DTP*356*D8*20270101~DTP*357*D8*20270101~
            NM1*IL*1*Lopez*Maria****34*987654321~
            PER*IP**TE*6515550134*EM*maria@families.example~
            N3*12 Oak St~
            N4*Minneapolis*MN*55401**CY*27053~
            DMG*D8*19840409*U~
            HLH*N~
            LUI*LE*SPA**7~
            HD*024**HLT~
            DTP*348*D8*20270101~DTP*349*D8*20270101~
            REF*CE*99101MN001000305~
            SE*24*0044~
            """;

    private GoldenSets() {}
}
